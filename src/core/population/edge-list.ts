// Follows that were observed: a network read from lines of text.
import { EngineError } from "../error.ts";
import { type Crowd, type Graph, networkOf, noTies } from "./graph.ts";

const HEADER = ["follower", "followed", "weight"];

interface Edge {
  readonly line: number;
  readonly follower: string;
  readonly followed: string;
  readonly weight: number;
}

/**
 * A graph from the text of a CSV file. Its first line is `follower,followed` or `follower,followed,weight`; each
 * other line says who follows whom, by the number of a member (from 1) or its id, with a weight in (0, 1].
 * @throws EngineError EDGES_INVALID with the number of the line
 */
export function edgeList(csv: string): Graph {
  const edges = readEdges(csv);
  return (crowd) => {
    const ties = noTies();
    const weights = new Map<string, number>();
    for (const edge of edges) {
      const follower = memberOf(crowd, edge.follower, edge.line);
      const followed = memberOf(crowd, edge.followed, edge.line);
      const pair = `${follower} ${followed}`;
      if (follower === followed) throw invalid(edge.line, `"${edge.follower}" follows itself`);
      if (weights.has(pair)) {
        throw invalid(edge.line, `"${edge.follower}" follows "${edge.followed}" a second time`);
      }
      weights.set(pair, edge.weight);
      ties.add(follower, followed);
    }
    const network = networkOf(crowd.size, ties);
    if (edges.every(({ weight }) => weight === 1)) return network;
    const { followed } = network;
    return {
      followed,
      weights: (index) => followed(index).map((other) => weights.get(`${index} ${other}`) ?? 1),
    };
  };
}

function readEdges(csv: string): readonly Edge[] {
  const [header = "", ...lines] = String(csv)
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/);
  const columns = fieldsOf(header);
  if (columns.length < 2 || columns.some((column, place) => column !== HEADER[place])) {
    const wanted = "follower,followed or follower,followed,weight";
    throw invalid(1, `the columns are "${header.slice(0, 80)}"; write ${wanted}`);
  }
  return lines.flatMap((text, index) =>
    text.trim() === "" ? [] : [readEdge(fieldsOf(text), columns.length, index + 2)],
  );
}

/** Ids need no quotes, but many programs write them. */
const fieldsOf = (line: string): readonly string[] =>
  line.split(",").map((field) => field.trim().replace(/^"(.*)"$/, "$1"));

function readEdge(fields: readonly string[], columns: number, line: number): Edge {
  const [follower = "", followed = "", weight = "1"] = fields;
  if (fields.length !== columns) {
    throw invalid(line, `${fields.length} fields, but there are ${columns} columns`);
  }
  if (!(weight !== "" && Number(weight) > 0 && Number(weight) <= 1)) {
    throw invalid(line, `weight "${weight}"; give a number above 0, up to 1`);
  }
  return { line, follower, followed, weight: Number(weight) };
}

function memberOf({ size, idOf }: Crowd, text: string, line: number): number {
  const [, prefix, digits] = /^(?:(.+)-)?(\d+)$/.exec(text) ?? [];
  const index = Number(digits) - 1;
  const isKnown = index >= 0 && index < size && (prefix === undefined || idOf(index) === text);
  if (isKnown) return index;
  const members = `members are 1 to ${size}, or ids such as ${idOf(0)}`;
  throw invalid(line, `"${text.slice(0, 80)}" is nobody; ${members}`);
}

const invalid = (line: number, problem: string): EngineError =>
  new EngineError("EDGES_INVALID", `line ${line} of the edge list: ${problem}`);
