const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;
const YEAR = String.raw`(?:['’]?\d{2}(?:\s?[/-]\s?\d{2})?|(?:19|20)\d{2}(?:\s?[/-]\s?\d{2,4})?)`;
const SEASON = String.raw`(?:q[1-4]|spring|summer|autumn|winter|quarter\s+[1-4])`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const WHEN = String.raw`(?:(?:in|on|by|since|during|at|the|early|mid|late|end|of)[\s-]+)*(?:(?:${DAY}\s+)?${MONTH}(?:\s+${YEAR})?|${SEASON}(?:\s+${YEAR})?|(?:19|20)\d{2}(?:\s?[/-]\s?\d{2,4})?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)`;
/** Nothing after the date says that it is the date of another thing: "Delivered May half-term sessions". */
const END = String.raw`(?=\s*(?:$|[.,;:()!\n–—-]|(?:and|but|with|after|as|to|following)\b))`;

const COMPLETED = new RegExp(
  String.raw`^[^\p{L}\p{N}]*(?:(?:this|it|that|action|project|work|all|now|fully|already|has|have|been|was|were|is|are)\s+){0,4}(?:completed?|done|finished|delivered|achieved|closed)(?:\s*(?:[.!]+\s*)?$|\s*(?:[(,:–—-]\s*)?${WHEN}${END})`,
  'iu',
);

/** Longer before its first date than any statement that something is completed. */
const LONGEST = 200;

/**
 * Whether a text says that the thing is completed: "Done in May", "Completed June 2024", "This has been completed". Not "not completed"
 * and not "to be completed by June".
 * Rule: docs/rules.md#status.
 */
export function saysCompleted(text: string): boolean {
  return COMPLETED.test(text.trim().slice(0, LONGEST));
}

/** "Complete by March 2027" and "complete March 2027" are what is to be done, in a column that asks by when. */
const TO_BE_DONE = /\b(?:by|until|before|to be|will be)\b|^[^\p{L}\p{N}]*complete\s+[\p{L}\p{N}]/iu;

/**
 * Whether a timescale says that the action is done, where the same words could not be its deadline.
 * Rule: docs/rules.md#timescale-completed.
 */
export function saysDone(text: string): boolean {
  return saysCompleted(text) && !TO_BE_DONE.test(text);
}
