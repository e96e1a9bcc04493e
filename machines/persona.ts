// What does a person with moods, hours and friends do on a social network? Mood, company and activity run side by side.
import { firstMind } from "puppet-engine";
import { activity } from "./persona/activity.ts";
import { company, mood, recovery } from "./persona/mood.ts";
import { personaSetup } from "./persona/vocabulary.ts";

export default personaSetup.createMachine({
  id: "persona",
  context: ({ input }) => firstMind(input),
  entry: "begin",
  type: "parallel",
  states: { mood, recovery, company, activity },
});
