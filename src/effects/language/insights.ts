// What one concludes from what one remembers: sentences about a person, a subject, both, or life as it is.
// `{who}` is a name; `{what}` a subject, never that of a verb, since some are plural.

export interface InsightFrames {
  readonly both: readonly string[];
  readonly person: readonly string[];
  readonly subject: readonly string[];
  readonly life: readonly string[];
}

export const pleasantInsights: InsightFrames = {
  both: [
    "When it comes to {what}, {who} and I understand each other.",
    "I look forward to what {who} will say about {what}.",
    "Since I talk to {who} about {what}, I see more in it.",
    "{who} makes {what} twice the fun for me.",
    "I owe much of my joy in {what} to {who}.",
    "With {who} I could talk about {what} until the lamps go out.",
  ],
  person: [
    "{who} is good company, and I should say so more often.",
    "I have come to count on {who}.",
    "I feel lighter whenever {who} has been about.",
    "There is more to {who} than I used to think, and I like it.",
    "{who} and I are becoming friends, I believe.",
    "I am glad that {who} keeps turning up.",
    "{who} listens. That is rarer than it sounds.",
  ],
  subject: [
    "I want more of {what} in my days.",
    "I have got better at {what} without noticing.",
    "I get up for {what} at present.",
    "Hardly anything cheers me up as {what} can.",
    "I am at my best when it is about {what}.",
    "People seem to like it when I speak of {what}.",
    "There is still so much in {what} that I have not seen.",
  ],
  life: [
    "Things go well for me, and I may say it aloud.",
    "I have had good days lately, and noticed them in time.",
    "It is the small things that have carried me this week.",
    "I am more at ease among these people than I was.",
    "I should trust a good mood while it lasts.",
  ],
};

export const unpleasantInsights: InsightFrames = {
  both: [
    "I should not let {who} spoil {what} for me.",
    "{who} and I will never agree about {what}.",
    "Whenever {who} brings up {what}, I come away tired.",
    "I talk too much with {who} about {what}, and to no end.",
    "{who} and I had better not speak of {what}.",
    "I would rather keep {what} to myself than hear {who} on it again.",
  ],
  person: [
    "I keep waiting for a kind word from {who}. I should stop.",
    "{who} gets under my skin more than I admit.",
    "I am wary of {who}, and not without reason.",
    "I have been thinking about {who} more than is good for me.",
    "Perhaps I was unfair to {who}. Perhaps not.",
    "A little distance to {who} would do me good.",
    "I say yes to {who} when I mean no.",
  ],
  subject: [
    "I am worn out by {what}, and go back for more all the same.",
    "I worry about {what} more than I should.",
    "I have nothing left to say about {what}, and say it daily.",
    "I used to find comfort in {what}. Lately I find work.",
    "I should leave {what} alone for a while.",
    "Most of my bad hours have to do with {what}.",
    "I had hoped for less trouble with {what}.",
  ],
  life: [
    "I have been low for a while, and it shows in what I write.",
    "I answer too fast when I am tired.",
    "Nobody asked me how I am, and I asked nobody either.",
    "I need quieter days than these.",
    "I take things to heart that were said in passing.",
  ],
};

export const plainInsights: InsightFrames = {
  both: [
    "{who} and I keep coming back to {what}.",
    "If I want to know something about {what}, I ask {who}.",
    "{who} sees {what} differently from me, and that is useful.",
    "I know what {who} thinks of {what} by now, and still I ask.",
    "{who} and I came to talk at all because of {what}.",
    "Half of what I know of {what} I have heard from {who}.",
  ],
  person: [
    "{who} has a place in my days now.",
    "I know more about {who} than I did a week ago.",
    "I hear from {who} more than from anybody else.",
    "{who} means what {who} says, as far as I can tell.",
    "I should ask {who} a question once, instead of only answering.",
    "I notice when {who} is quiet.",
    "I have an opinion of {who} now. It may yet change.",
  ],
  subject: [
    "I give more thought to {what} than I planned.",
    "I keep noticing {what} wherever I go.",
    "Sooner or later everything I say comes round to {what}.",
    "I know {what} well enough to know what I do not know.",
    "Others seem to have noticed that I care about {what}.",
    "I have been at {what} for days, and it adds up.",
    "If somebody asked what this week was about, I would say {what}.",
  ],
  life: [
    "Not much has happened, and that was quite all right.",
    "I read more than I write, and learn more that way.",
    "My days have a shape now that I did not choose.",
    "I remember the small talk better than the news.",
    "I speak to the same few people, and it is enough.",
  ],
};
