/** Everything the Platform node offers; the first one is what a new node starts with. */
import type { Resource } from '../../cec/catalogue/operation';
import { authenticationToken } from './resources/authenticationToken';
import { customer } from './resources/customer';
import { imcMessage } from './resources/imcMessage';
import { order } from './resources/order';
import { systemParameter } from './resources/systemParameter';
import { trialTenant } from './resources/trialTenant';
import { user } from './resources/user';

/** Those with the credential of the software cloud. */
export const softwareCloudResources: Resource[] = [customer, order, systemParameter, imcMessage];

export const catalogue: Resource[] = [user, authenticationToken, trialTenant, ...softwareCloudResources];
