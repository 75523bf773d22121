export interface UnifiedManifest {
  readonly $schema: string;
  readonly manifestVersion: string;
  readonly id: string;
  readonly version: string;
  readonly description: { readonly short: string; readonly full: string };
  readonly icons: Readonly<Record<'color' | 'outline', string>>;
  readonly extensions: readonly {
    readonly requirements: { readonly capabilities: readonly { readonly name: string; readonly minVersion: string }[] };
    readonly runtimes: readonly { readonly code: { readonly page: string } }[];
  }[];
}
export declare function unifiedManifest(xml: string): Promise<UnifiedManifest>;
