// What a model puts around a text goes away; the text itself stays.
import { describe, expect, test } from "vitest";
import { cleanReply, cleanThread } from "../../src/persona/clean-reply.ts";

const ADA = { name: "Ada" };

describe("an answer of a model", () => {
  test.each([
    ["blanks around it", "  Tea at four.\n", "Tea at four."],
    ["a pair of quotation marks", '"Tea at four."', "Tea at four."],
    ["typographic ones", "“Tea at four.”", "Tea at four."],
    ["a label", "Tweet: Tea at four.", "Tea at four."],
    ["a label and quotation marks", 'Response: "Tea at four."', "Tea at four."],
    ["quotation marks around a label", '"My tweet: Tea at four."', "Tea at four."],
    ["a sentence as a label", "Here's my post: Tea at four.", "Tea at four."],
    ["how about", "How about: Tea at four.", "Tea at four."],
    ["the name of the persona", "ada: Tea at four.", "Tea at four."],
    ["a bullet", "- Tea at four.", "Tea at four."],
    ["lines that v1 asked with", "Tea at four.\nTIMESTAMP: 17\nUNIQUE_ID: ab-1", "Tea at four."],
  ])("loses %s", (_, answer, text) => {
    expect(cleanReply(answer, ADA)).toBe(text);
  });

  test.each([
    "Tea at four.",
    '"Tea" and "milk"',
    '"Tea" is what she said',
    "Post office: closed.",
    "Ada's: a good name for a shop",
    "The reply: none.",
    "It is 5 - 3 degrees",
    '"',
    "TIMESTAMPS are useful",
  ])("stays as it is: %s", (text) => {
    expect(cleanReply(text, ADA)).toBe(text);
  });

  test("loses one label and one pair, not what stands below", () => {
    expect(cleanReply("Tweet: Post: tea", ADA)).toBe("Post: tea");
    expect(cleanReply("“‘Tea’”", ADA)).toBe("‘Tea’");
  });

  test("may hold nothing", () => {
    expect(["", "  ", "TIMESTAMP: 3", "Tweet:"].map((it) => cleanReply(it, ADA))).toEqual([
      "",
      "",
      "",
      "",
    ]);
  });
});

describe("an answer to the order for a thread", () => {
  test("is parted by empty lines, and no post is more than was asked for", () => {
    expect(cleanThread("One.\n\nTwo,\nstill two.\n \n\nThree.\n\nFour.", ADA, 3)).toEqual([
      "One.",
      "Two,\nstill two.",
      "Three.",
    ]);
  });

  test("loses labels and numbers of posts", () => {
    expect(cleanThread("Thread:\n\n1/2 One.\n\n2/2 Two.", ADA, 5)).toEqual(["One.", "Two."]);
    expect(cleanThread('Post 1: "One."\n\n2. Two.', ADA, 5)).toEqual(["One.", "Two."]);
  });

  test("without an empty line is one post", () => {
    expect(cleanThread("One.\nTwo.", ADA, 5)).toEqual(["One.\nTwo."]);
  });
});
