// What a member of a population gets where its archetype names distributions. Every number is drawn from the
// key of the member and the path of the value, so that another value or another member moves nothing here.
import { normalQuantile, sampleLogNormal, samplePareto } from "../distribution.ts";
import { clamp, floor } from "../math.ts";
import { draw } from "../random.ts";
import { AnyDistribution, type NumberDistribution } from "./distributions.ts";

/** A number that has missed its bounds so often is taken to the nearer one. */
const MAX_TRIES = 32;
/** Deeper than this is a mistake, or a cycle. */
const MAX_DEPTH = 64;

/** A part of a template with its place: `behavior.activityHours.wake`. */
interface Part {
  readonly value: unknown;
  readonly path: string;
}

/**
 * Draws everything that is left to chance in a template.
 * @param template checked before; @param key of the member
 * @returns the same with values in the place of distributions
 */
export function drawTemplate(template: unknown, key: number): unknown {
  return drawPart({ value: template, path: "" }, key);
}

function drawPart({ value, path }: Part, key: number): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => drawPart({ value: item, path: `${path}.${index}` }, key));
  }
  // What is no plain JSON stays what it is, and is refused with the persona.
  if (!isPlain(value)) return value;
  if (isDistribution(value)) return drawFrom(value, path, key);
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      drawPart({ value: field, path: `${path}.${name}` }, key),
    ]),
  );
}

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isDistribution = (value: object): value is AnyDistribution => "distribution" in value;

function drawFrom(distribution: AnyDistribution, path: string, key: number): unknown {
  switch (distribution.distribution) {
    case "chance":
      return draw(key, path) < distribution.probability;
    case "oneOf": {
      const { items, weights } = distribution;
      const index = weights
        ? weightedIndex(weights, draw(key, path))
        : floor(draw(key, path) * items.length);
      return drawPart({ value: items[index], path: `${path}/${index}` }, key);
    }
    case "someOf": {
      const { items, count } = distribution;
      const number = typeof count === "number" ? count : drawNumber(count, draw(key, path));
      return someIndices(items.length, number, path, key).map((index) =>
        drawPart({ value: items[index], path: `${path}/${index}` }, key),
      );
    }
    default:
      return drawWithin(distribution, path, key);
  }
}

/** @param u in [0, 1); @returns the first index at which the summed weights exceed that share of them all */
export function weightedIndex(weights: readonly number[], u: number): number {
  let rest = u * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => {
    rest -= weight;
    return rest < 0;
  });
  return index >= 0 ? index : weights.findLastIndex((weight) => weight > 0);
}

/** The first places of a shuffle by Fisher and Yates. */
function someIndices(length: number, count: number, path: string, key: number): readonly number[] {
  const indices = Array.from({ length }, (_, index) => index);
  for (let place = 0; place < count; place++) {
    const other = place + floor(draw(key, `${path}#${place}`) * (length - place));
    const taken = indices[other] ?? place;
    indices[other] = indices[place] ?? other;
    indices[place] = taken;
  }
  return indices.slice(0, count);
}

function drawWithin(distribution: NumberDistribution, path: string, key: number): number {
  const { min = -Number.MAX_VALUE, max = Number.MAX_VALUE } =
    "min" in distribution || "max" in distribution ? distribution : {};
  let number = 0;
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    number = drawNumber(distribution, draw(key, tries === 0 ? path : `${path}#${tries}`));
    if (number >= min && number <= max) return number;
  }
  return clamp(number, min, max);
}

function drawNumber(shape: NumberDistribution, u: number): number {
  switch (shape.distribution) {
    case "uniform":
      return shape.from + (shape.to - shape.from) * u;
    case "integer":
      return shape.from + floor(u * (shape.to - shape.from + 1));
    case "normal":
      return shape.mean + shape.sd * normalQuantile(u);
    case "logNormal":
      return sampleLogNormal(u, shape);
    case "pareto":
      return samplePareto(u, shape);
    default:
      return shape satisfies never;
  }
}

/**
 * What is wrong in a template, as `behavior.postFrequency.minHoursBetweenPosts: from is above to`.
 * @returns undefined when it can be drawn from
 */
export function problemIn(template: unknown): string | undefined {
  return problemInPart({ value: template, path: "persona" }, 0);
}

function problemInPart({ value, path }: Part, depth: number): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > MAX_DEPTH) return `${path}: nested deeper than ${MAX_DEPTH}, or a cycle`;
  if (isDistribution(value)) {
    const problem = problemOf(value);
    if (problem !== undefined) return `${path}: ${problem}`;
  }
  for (const [name, field] of Object.entries(value)) {
    const problem = problemInPart({ value: field, path: `${path}.${name}` }, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemOf(value: object): string | undefined {
  const [issue] = AnyDistribution.safeParse(value).error?.issues ?? [];
  if (issue === undefined) return undefined;
  const key = issue.path.join(".");
  return key === "" ? issue.message : `${key}: ${issue.message}`;
}
