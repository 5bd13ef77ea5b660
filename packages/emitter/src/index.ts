/**
 * Typed answers in, GitOps files out.
 *
 * @packageDocumentation
 */
export {};
