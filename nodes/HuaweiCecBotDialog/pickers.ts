/** The lists from which the Bot Dialog node lets ids be picked. */
import type { Pickers } from '../../cec/catalogue/picker';
import { botAccessCodes } from '../HuaweiCecBotManagement/accessCodes';

export const pickers: Pickers = { botAccessCodes };
