export declare function addressedManifest(xml: string, base: string): string;
export declare function hostingAddress(text: string): string;
