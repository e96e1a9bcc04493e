// Commands that are shown to be typed: what a shell would take apart stands in quotation marks.

/** A text as a shell takes it. */
export const shellWord = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `"${text}"`);
