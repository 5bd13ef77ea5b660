export interface Config { socle?: {} }
