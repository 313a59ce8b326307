import type { Case } from '../case';
import { callCases } from './call';
import { callDataCases } from './callData';
import { chatCases } from './chat';
import { colleagueCases } from './colleague';
import { conferenceCases } from './conference';
import { queueCases } from './queue';
import { sessionCases } from './session';

export const agentWorkspaceCases: Record<string, Case> = {
	...sessionCases,
	...callCases,
	...callDataCases,
	...queueCases,
	...colleagueCases,
	...chatCases,
	...conferenceCases,
};
