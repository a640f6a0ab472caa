import { type Drawing, type DrawRequest, UnknownPanel } from './drawing.js';

/**
 * A panel drawn from its frames: a chart option, or a plain model that the page lays out.
 * @throws UnknownPanel naming the type
 */
export function drawPanel(request: DrawRequest): Drawing {
  throw new UnknownPanel(request.panel.type);
}
