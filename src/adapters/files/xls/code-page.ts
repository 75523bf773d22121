import { windows1252 } from '../text-decoding';

/** Turns the bytes of texts into characters. */
export type TextDecoding = (bytes: Uint8Array) => string;

/** Names of code pages for a `TextDecoder`, by the number in the CODEPAGE record ([MS-XLS] 2.4.52). */
const DECODERS: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  0x8000: 'macintosh',
  65001: 'utf-8',
};

/** Characters 80 to FF of code pages of DOS and of the Macintosh that a `TextDecoder` does not know: 10029 is that of Central Europe. */
const TABLES: Readonly<Record<number, string>> = {
  437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  852: 'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0',
  10029:
    'ÄĀāÉĄÖÜáąČäčĆćéŹźĎíďĒēĖóėôöõúĚěü†°Ę£§•¶ß®©™ę¨≠ģĮįĪ≤≥īĶ∂∑łĻļĽľĹĺŅņŃ¬√ńŇ∆«»…\u00a0ňŐÕőŌ–—“”‘’÷◊ōŔŕŘ‹›řŖŗŠ‚„šŚśÁŤťÍŽžŪÓÔūŮÚůŰűŲųÝýķŻŁżĢˇ',
};

/** Code pages that are Windows-1252 as far as texts go: 0x8001 is how Excel 2 and 3 name it, 1200 says that texts are Unicode. */
const LATIN = new Set([1252, 0x8001, 1200, 0]);

/** How the texts of a workbook before Excel 97 are read. Characters of a code page that is not known show as "\ufffd", except those of ASCII. */
export function decodingOf(codePage: number): TextDecoding {
  if (LATIN.has(codePage)) return (bytes) => ofTable(bytes, windows1252);
  const label = DECODERS[codePage];
  if (label === undefined) return (bytes) => ofTable(bytes, (byte) => upperOf(codePage, byte));
  const decoder = new TextDecoder(label, { ignoreBOM: true });
  return (bytes) => decoder.decode(bytes);
}

function upperOf(codePage: number, byte: number): string {
  return byte < 0x80 ? String.fromCharCode(byte) : (TABLES[codePage]?.charAt(byte - 0x80) ?? '\ufffd');
}

function ofTable(bytes: Uint8Array, character: (byte: number) => string): string {
  return Array.from(bytes, character).join('');
}
