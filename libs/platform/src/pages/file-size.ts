/** "12.4 MB": a file's size as people know it. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  // what would be written as 1,000.0 kB is a megabyte
  const [size, unit] = bytes < 999_950 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} ${unit}`;
}
