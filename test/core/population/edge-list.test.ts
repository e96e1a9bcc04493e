// Networks from lines of text: who follows whom, and which line is wrong.
import { describe, expect, test } from "vitest";
import { edgeList } from "../../../src/core/population/edge-list.ts";
import { lurkers } from "../../support/network.ts";

const kinds = [{ name: "reader" }, { name: "writer" }];
const SIZE = 20;
const ids = Array.from(
  { length: SIZE },
  (_, index) => lurkers(edgeList("follower,followed"), kinds).member(index, SIZE).id,
);
const follows = (csv: string, index: number) =>
  lurkers(edgeList(csv), kinds).member(index, SIZE).follows;

describe("an edge list", () => {
  test("names members by number or by id", () => {
    const csv = `follower,followed\n1,2\n1,${ids[4]}\n${ids[6]},3\n`;
    expect(follows(csv, 0)).toEqual([ids[1], ids[4]]);
    expect(follows(csv, 6)).toEqual([ids[2]]);
    expect(follows(csv, 1)).toEqual([]);
  });

  test("gives weights where it has that column", () => {
    const csv = "follower,followed,weight\n1,2,0.5\n1,3,1\n2,1,1e-3";
    expect(follows(csv, 0)).toEqual({ [`${ids[1]}`]: 0.5, [`${ids[2]}`]: 1 });
    expect(follows(csv, 1)).toEqual({ [`${ids[0]}`]: 0.001 });
  });

  test("may come with quotes, spaces, empty lines and the line ends of any system", () => {
    const csv = '\uFEFF"follower", "followed"\r\n"1", "2"\r\n\r\n 1,3 \r\n';
    expect(follows(csv, 0)).toEqual([ids[1], ids[2]]);
  });
});

const HEADER = "follower,followed";

test.each([
  ["without columns", "", 'line 1 of the edge list: the columns are ""'],
  ["with other columns", "from,to\n1,2", 'line 1 of the edge list: the columns are "from,to"'],
  ["with one column", "follower\n1", "line 1 of the edge list: the columns are"],
  ["with a column too many", `${HEADER},weight,note\n1,2,1,x`, "line 1 of the edge list"],
  [
    "with a field too many",
    `${HEADER}\n1,2\n1,3,1`,
    "line 3 of the edge list: 3 fields, but there are 2",
  ],
  [
    "with a field too few",
    `${HEADER},weight\n1,2`,
    "line 2 of the edge list: 2 fields, but there are 3",
  ],
  [
    "that names a number too high",
    `${HEADER}\n1,2\n\n2,21`,
    'line 4 of the edge list: "21" is nobody; members are 1 to 20',
  ],
  ["that names the number 0", `${HEADER}\n0,2`, 'line 2 of the edge list: "0" is nobody'],
  ["that names an unknown id", `${HEADER}\nada,2`, 'line 2 of the edge list: "ada" is nobody'],
  ["that names the wrong archetype", `${HEADER}\nnobody-00001,2`, '"nobody-00001" is nobody'],
  ["with nobody in a field", `${HEADER}\n,2`, 'line 2 of the edge list: "" is nobody'],
  [
    "in which somebody follows himself",
    `${HEADER}\n1,2\n3,3`,
    'line 3 of the edge list: "3" follows itself',
  ],
  [
    "in which a follow comes twice",
    `${HEADER}\n1,2\n2,1\n1,2`,
    'line 4 of the edge list: "1" follows "2" a second time',
  ],
  ["with a weight of 0", `${HEADER},weight\n1,2,0`, 'line 2 of the edge list: weight "0"'],
  [
    "with a weight above 1",
    `${HEADER},weight\n1,2,1.5`,
    'weight "1.5"; give a number above 0, up to 1',
  ],
  ["with a weight in words", `${HEADER},weight\n1,2,much`, 'weight "much"'],
  ["with an empty weight", `${HEADER},weight\n1,2,`, 'weight ""'],
])("a list %s is refused with its line", (_, csv, message) => {
  const read = () => follows(csv, 0);
  expect(read).toThrow(expect.objectContaining({ code: "EDGES_INVALID" }));
  expect(read).toThrow(message);
});
