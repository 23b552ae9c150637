import { type Application } from 'express';

/** What of a layer of Express's router tells whether it answers a path. */
interface Layer {
  route?: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

/**
 * The page of an address that forms post to: itself, or what is left of it without its last segments, since `…/load` and
 * `…/withdraw` take what a page above them sends and show nothing themselves.
 */
export function nearestPage(app: Application, path: string): string {
  const layers: Layer[] = (app.router as unknown as { stack: Layer[] }).stack;
  const isPage = (address: string): boolean => layers.some((layer) => layer.route?.methods['get'] === true && layer.match(address));
  let address = path;
  while (address !== '/' && !isPage(address)) address = address.slice(0, address.lastIndexOf('/')) || '/';
  return address;
}
