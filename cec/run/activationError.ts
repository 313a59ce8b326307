import { NodeOperationError, type INode } from 'n8n-workflow';

/** Why a workflow cannot be activated. n8n shows the message alone, so it has to hold the advice too. */
export function activationError(node: INode, { message, advice }: { message: string; advice?: string }): NodeOperationError {
	return new NodeOperationError(node, advice ? `${message}. ${advice}` : message);
}
