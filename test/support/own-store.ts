// A program that takes the store in a folder, says so, and holds it until it is ended.
import { openStore } from "../../src/storage/level-store.ts";
import { sampleCommit } from "./sample-commits.ts";

const [place = ""] = process.argv.slice(2);
const store = await openStore(place);
await store.commit(sampleCommit("town-1", { to: 300 }));
console.log("taken");
process.stdin.resume();
process.stdin.on("end", () => void store[Symbol.asyncDispose]());
