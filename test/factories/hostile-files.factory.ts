import { HOSTILE_PDFS } from './hostile-pdfs.factory.js';
import { HOSTILE_SPREADSHEETS } from './hostile-spreadsheets.factory.js';

/** A file that must be refused, and what its sender must be told. */
export interface HostileFile {
  what: string;
  name: string;
  make: () => Buffer;
  /** A part of the message. */
  says: string;
}

const text = (value: string): (() => Buffer) => () => Buffer.from(value);
const CSV = 'area,value\nE1,2\n';
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(CSV)]);

/** Names that lie, or lead elsewhere; what they hold is honest. */
const NAMES: HostileFile[] = [
  ['a name with folders', '../../etc/passwd.csv', 'holds folders'],
  ['a name with a drive', 'C:\\temp\\table.csv', 'holds folders'],
  ['a control character in the name', 'table\u0007.csv', 'control characters'],
  ['a name that turns the direction of writing', 'table\u202Efdp.csv', 'turn the direction of writing'],
  ['a blank that nobody sees', 'tab\u200Ble.csv', 'hidden characters'],
  ['two endings', 'table.exe.csv', 'two endings'],
  ['a web page’s ending before the last', 'table.html.csv', 'two endings'],
  ['a stream of another file', 'table.csv:run.pdf', 'must not hold any of'],
  ['no ending', 'table', 'must be a CSV, XLSX, ODS or PDF'],
  ['nothing but an ending', '.csv', 'begin or end with a dot'],
  ['a dot at the end', 'table.csv.', 'begin or end with a dot'],
  ['a name of Windows’ own', 'con.csv', 'Windows keeps'],
  ['a program’s ending', 'table.exe', 'must be a CSV, XLSX, ODS or PDF'],
  ['the ending of a picture with code', 'chart.svg', 'must be a CSV, XLSX, ODS or PDF'],
  ['the ending of a web page', 'report.html', 'must be a CSV, XLSX, ODS or PDF'],
  ['a workbook with macros', 'book.xlsm', 'must be a CSV, XLSX, ODS or PDF'],
  ['an archive', 'all.zip', 'must be a CSV, XLSX, ODS or PDF'],
].map(([what, name, says]) => ({ what: what ?? '', name: name ?? '', says: says ?? '', make: text(CSV) }));

const TEXTS: HostileFile[] = [
  { what: 'an empty file', name: 'table.csv', make: text(''), says: 'The file is empty' },
  { what: 'nothing but blanks', name: 'table.csv', make: text(' \r\n\r\n '), says: 'The file is empty' },
  { what: 'a zero byte', name: 'table.csv', make: text('area,value\nE1\0,2\n'), says: 'zero bytes' },
  { what: 'a control character', name: 'table.csv', make: text('area,value\n\u001b[31mE1,2\n'), says: 'control characters' },
  { what: 'UTF-16', name: 'table.csv', make: () => Buffer.from(`\ufeff${CSV}`, 'utf16le'), says: 'UTF-16' },
  { what: 'neither UTF-8 nor Windows-1252', name: 'table.csv', make: () => Buffer.from([0x61, 0x2c, 0x81, 0x8d, 0x0a]), says: 'neither text in UTF-8' },
  { what: 'a web page', name: 'table.csv', make: text('<!DOCTYPE html><html><body>a,b</body></html>'), says: 'web page' },
  { what: 'a script further down', name: 'table.csv', make: text(`${CSV}E2,<script>fetch("//x")</script>\n`), says: 'web page' },
  { what: 'an image that runs something', name: 'table.csv', make: text(`${CSV}E2,<img src=x onerror=alert(1)>\n`), says: 'web page' },
  { what: 'a picture with code', name: 'table.csv', make: text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), says: 'web page' },
  { what: 'a shell script', name: 'table.csv', make: text('#!/bin/sh\nrm -rf ~\n'), says: 'script' },
  { what: 'a PHP page', name: 'table.csv', make: text('<?php system($_GET["c"]); ?>'), says: 'script' },
  { what: 'a SYLK sheet', name: 'table.csv', make: text('ID;P\nC;Y1;X1;EEXEC("calc")\nE\n'), says: 'SYLK' },
  { what: 'a mail message with a page in it', name: 'table.csv', make: text('MIME-Version: 1.0\nContent-Type: text/html\n\nx'), says: 'script' },
  { what: 'a CSV that is a PDF too', name: 'table.csv', make: text(`area,value\n%PDF-1.4\n${CSV}`), says: 'at the same time' },
  { what: 'a PDF called CSV', name: 'table.csv', make: text('%PDF-1.7\n1 0 obj\n'), says: 'it is a PDF' },
  { what: 'a picture called CSV', name: 'table.csv', make: () => PNG, says: 'a picture (PNG)' },
  { what: 'a picture called PDF', name: 'scan.pdf', make: () => PNG, says: 'a picture (PNG)' },
  { what: 'a program called PDF', name: 'scan.pdf', make: () => Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(200)]), says: 'a program' },
  { what: 'a program called XLSX', name: 'book.xlsx', make: () => Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(200)]), says: 'a program' },
  { what: 'a CSV called XLSX', name: 'book.xlsx', make: text(CSV), says: 'its content is something else' },
  { what: 'a CSV called PDF', name: 'scan.pdf', make: text(CSV), says: 'its content is something else' },
  { what: 'a gzip called ODS', name: 'book.ods', make: () => Buffer.concat([Buffer.from([0x1f, 0x8b, 8, 0]), Buffer.alloc(50)]), says: 'compressed (gzip)' },
  { what: 'an RTF called PDF', name: 'scan.pdf', make: text('{\\rtf1 hello}'), says: 'a document (RTF)' },
  { what: 'a workbook with a password', name: 'book.xlsx', make: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)]), says: 'protected by a password' },
];

/** Files made to do harm, each with the reason that its sender must read. */
export const HOSTILE_FILES: readonly HostileFile[] = [...NAMES, ...TEXTS, ...HOSTILE_SPREADSHEETS, ...HOSTILE_PDFS];
