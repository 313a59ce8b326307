/** The ways in that need a token, by the name of their credential. */
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { appToken } from './appToken';
import { adminSession } from './adminSession';
import { botToken } from './botToken';
import { knowledgeToken } from './knowledgeToken';
import { ticketToken } from './ticketToken';
import type { Ask, Token } from './token';

interface SignIn {
	/** Property of the credential in which its `authenticate` finds the token. */
	property: string;
	/** A valid token; `stale` is one that CEC has just refused. */
	token(credential: ICredentialDataDecryptedObject, ask: Ask, stale?: string): Promise<Token>;
}

export const signIns: Record<string, SignIn | undefined> = {
	huaweiCecAppApi: { property: 'accessToken', token: appToken },
	huaweiCecBotApi: { property: 'authToken', token: botToken },
	huaweiCecGatewayAdminApi: { property: 'sessionToken', token: adminSession },
	huaweiCecKnowledgeBaseApi: { property: 'accessToken', token: knowledgeToken },
	huaweiCecTicketApi: { property: 'accessToken', token: ticketToken },
};
