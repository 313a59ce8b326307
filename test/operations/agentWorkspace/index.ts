import type { Case } from '../case';
import { sessionCases } from './session';

export const agentWorkspaceCases: Record<string, Case> = { ...sessionCases };
