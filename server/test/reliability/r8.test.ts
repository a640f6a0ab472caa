import { itKeeps } from './it-keeps.js';

itKeeps('R8');
