import { Problem } from '../terminal/problem';

/**
 * Puts values where an example says {{NAME}}. Only names in capitals are ours: n8n's own expressions never look like
 * that, and an unknown one is a slip of the pen that would otherwise show up as a strange failure of the workflow.
 */
export function fillIn(text: string, values: Record<string, string>): string {
	return text.replace(/\{\{([A-Z][A-Z0-9_]+(?::[^{}"]+)?)\}\}/g, (_, name: string) => {
		if (!(name in values)) throw new Problem(`{{${name}}}: known are ${Object.keys(values).join(', ')}`);
		return JSON.stringify(values[name]).slice(1, -1); // it stands within a string of the JSON text
	});
}
