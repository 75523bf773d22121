/** Something about the plan's workbook that was put right, or that the user should know: named before it is written. */
export interface Notice {
  readonly sheet: string;
  /** A1; "" for a whole sheet. */
  readonly address: string;
  readonly sentence: string;
}
