import type { Case } from '../case';
import { conversationCases } from './conversation';
import { dialogStepCases } from './dialogStep';
import { silentAgentCases } from './silentAgent';

export const botDialogCases: Record<string, Case> = { ...conversationCases, ...dialogStepCases, ...silentAgentCases };
