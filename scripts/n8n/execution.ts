import { parse as parseFlatted } from 'flatted';
import type { IDataObject, INodeExecutionData, ITaskData } from 'n8n-workflow';

/** The execution as the REST interface gives it: its data is one string that keeps shared references. */
export interface ExecutionResponse {
	id: string;
	status: string;
	mode: string;
	finished: boolean;
	workflowId: string;
	data: string;
}

export interface ExecutionError {
	message: string;
	description?: string | null;
	httpCode?: string | null;
	name?: string;
	node?: { name: string };
	context?: IDataObject;
	messages?: string[];
}

interface RunData {
	resultData?: { error?: ExecutionError; runData?: Record<string, ITaskData[]>; lastNodeExecuted?: string };
}

const endStates = ['success', 'error', 'crashed', 'canceled'];

export function hasEnded({ status }: { status: string }): boolean {
	return endStates.includes(status);
}

/** What an execution of a workflow did, by node. */
export class Execution {
	readonly id: string;
	readonly status: string;
	readonly mode: string;
	private readonly result: NonNullable<RunData['resultData']>;

	constructor(response: ExecutionResponse) {
		this.id = response.id;
		this.status = response.status;
		this.mode = response.mode;
		this.result = ((response.data ? parseFlatted(response.data) : {}) as RunData).resultData ?? {};
	}

	/** Why the whole execution ended in failure. */
	get error(): ExecutionError | undefined {
		return this.result.error;
	}

	get nodeNames(): string[] {
		return Object.keys(this.result.runData ?? {});
	}

	/** Every run of a node with all that n8n keeps of it. */
	runs(node: string): ITaskData[] {
		return this.result.runData?.[node] ?? [];
	}

	/** The items that a node put out, over all its runs, with pairing and binary data. */
	output(node: string, output = 0): INodeExecutionData[] {
		return this.runs(node).flatMap((run) => run.data?.main?.[output] ?? []);
	}

	/** The JSON alone of the items that a node put out. */
	items(node: string, output = 0): IDataObject[] {
		return this.output(node, output).map(({ json }) => json);
	}

	errorOf(node: string): ExecutionError | undefined {
		return this.runs(node).find(({ error }) => error)?.error as ExecutionError | undefined;
	}
}
