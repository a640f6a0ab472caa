import { itKeeps } from './it-keeps.js';

itKeeps('R3');
