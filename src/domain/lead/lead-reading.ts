export interface LeadReading {
  readonly text: string;
  /** Everybody that the cell names, each as written and once with the post: "Jane Smith, Head of Parks". */
  readonly leads: readonly string[];
  /** Those of `leads` that the cell says only support: "supported by", "Support:", "(support)". */
  readonly supporting: readonly string[];
  /** Those of `leads` that are a team, a unit or "TBC" rather than an officer. */
  readonly notPeople: readonly string[];
  /** Those of `notPeople` that leave the name open: "TBC", "vacant". */
  readonly open: readonly string[];
}
