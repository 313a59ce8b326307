/** Placeholder until the table of events is here. */
export interface AgentEvent { eventType: string; workNo?: string; content?: unknown }
export interface EventKind { name: string; title: string; group: string; description: string; type: string }
export const eventKinds: EventKind[] = [];
export function kindOf(_eventType: string): EventKind | undefined { return undefined; }
export function inWords(event: AgentEvent): Record<string, unknown> { return { event: 'other', eventType: event.eventType, agentId: event.workNo, content: event.content }; }
