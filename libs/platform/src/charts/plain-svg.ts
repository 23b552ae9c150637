/** Pictures that are written as text: a name and a description on the root, nothing that a Content-Security-Policy minds. */
export function plainSvg({ width, height, title, description, body }: { width: number; height: number; title: string; description: string; body: string }): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${svgText(`${title}. ${description}`)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" focusable="false">` +
    `<title>${svgText(title)}</title><desc>${svgText(description)}</desc><rect width="${width}" height="${height}" fill="white"/>${body}</svg>`
  );
}

/** Text for SVG, its signs escaped. */
export function svgText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

/** A coordinate to a tenth: finer than that nobody sees, and each digit weighs. */
export function tenth(number: number): string {
  return String(Math.round(number * 10) / 10);
}
