// A post may be as long as X allows, by X's own count.
import { expect, test } from "vitest";
import { socialPost } from "../../src/effects/social-post.ts";

const refusal = (text: string): string | undefined => {
  const { error } = socialPost.parseRequest({ text });
  return error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
};
const link = `https://example.com/${"x".repeat(300)}`;
const TOO_LONG = "text: Too big: expected string to have <=280 characters";

test.each([
  ["280 letters", "a".repeat(280), "a".repeat(281)],
  ["140 signs of Chinese", "東".repeat(140), "東".repeat(141)],
  ["140 emoji, each of several signs", "👩‍🚀".repeat(140), "👩‍🚀".repeat(141)],
  [
    "a link of any length and 256 letters",
    `${link} ${"a".repeat(256)}`,
    `${link} ${"a".repeat(257)}`,
  ],
])("%s are a post, and one more is none", (_, longest, tooLong) => {
  expect(refusal(longest)).toBeUndefined();
  expect(refusal(tooLong)).toBe(TOO_LONG);
});

test("an empty text is no post", () => {
  expect(refusal("")).toMatch(/^text: Too small/);
});
