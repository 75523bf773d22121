import { billOfMaterials, type ShippedLibrary } from '../../build/package/bill-of-materials.cjs';
import { billProblems } from '../../build/package/bill-problems.cjs';

const PROGRAM = { name: 'pane', version: '1.0.0', license: 'MIT' };
const LIBRARIES: readonly ShippedLibrary[] = [
  { name: '@scope/whole', version: '1.2.3', licence: 'MIT', inside: null },
  { name: 'inner', version: null, licence: '(MIT OR GPL-3.0-or-later)', inside: '@scope/whole' },
];

describe('the software bill of materials', () => {
  it('breaks nothing in the schema of CycloneDX 1.6', () => {
    expect(billProblems(billOfMaterials(PROGRAM, LIBRARIES))).toEqual([]);
  });

  it('has what a library carries inside it below that library', () => {
    const inner = { name: 'inner', purl: 'pkg:npm/inner', licenses: [{ expression: '(MIT OR GPL-3.0-or-later)' }] };
    expect(billOfMaterials(PROGRAM, LIBRARIES)).toMatchObject({
      components: [{ name: '@scope/whole', version: '1.2.3', purl: 'pkg:npm/%40scope/whole@1.2.3', components: [inner] }],
    });
  });

  it('with a licence that nobody knows would be refused', () => {
    const unknown = LIBRARIES.map((library) => ({ ...library, licence: 'Our-own' }));
    expect(billProblems(billOfMaterials(PROGRAM, unknown)).join('\n')).toMatch(/license/);
  });
});
