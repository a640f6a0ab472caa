import { Problem } from '../errors.js';

/** @throws Problem invalid_request with the sentence, always */
export function refuse(sentence: string): never {
  throw new Problem('invalid_request', sentence);
}
