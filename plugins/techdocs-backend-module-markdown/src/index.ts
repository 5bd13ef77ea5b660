/**
 * Builds TechDocs without Python where mkdocs is absent.
 * @packageDocumentation
 */
export { techdocsModuleMarkdown as default } from './module';
