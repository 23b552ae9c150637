/**
 * Makes one image of what the renderer wrote: a name and a description on the root, nothing inside that a screen reader
 * would read on its own, and none of the renderer's bookkeeping (labels hidden because they would overlap, empty paths).
 */
export function accessibleSvg(drawn: string, title: string, description: string): string {
  const light = drawn
    .replace(/<text\b[^>]* opacity="0"[^>]*>[^<]*<\/text>/g, '')
    .replace(/<path\b[^>]* display="none"[^>]*\/>/g, '')
    .replace(/<path class="background"[^>]* d="M0,0h0v0h0Z"[^>]*\/>/g, '')
    .replace(/ (?:class|role|aria-[a-z]+|style|pointer-events|xmlns:xlink|version)="[^"]*"/g, '')
    .replace(/ opacity="1"/g, '')
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100))
    .replace(/<path d="M0,0h[\d.]+v[\d.]+h-[\d.]+Z"\/>/g, '')
    .replace(/<g\/>|<g><\/g>/g, '');
  return light.replace(
    /^<svg([^>]*)>/,
    (_, attributes: string) =>
      `<svg role="img" aria-label="${escaped(`${title}. ${description}`)}"${attributes} focusable="false"><title>${escaped(title)}</title>`,
  );
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}
