export declare function billProblems(bill: object): string[];
