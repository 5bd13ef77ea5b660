import { defineSystem } from '../../definition/system';

/** @public Elastic Stack: recognised by its images; how it is, its workloads say. */
export const elasticStack = defineSystem({
  id: 'elastic-stack',
  title: 'Elastic Stack',
  area: 'observability',
  layer: 'platform',
  description: 'Logs by Elasticsearch, Logstash and Kibana, known as ELK.',
  kinds: [],
  images: [
    'elasticsearch/elasticsearch',
    'kibana/kibana',
    'kibana',
    'logstash/logstash',
    'logstash',
    'beats/filebeat',
  ],
  docs: 'https://www.elastic.co/docs',
  translations: {
    fr: {
      description:
        'Journaux par Elasticsearch, Logstash et Kibana, ensemble connu sous le nom d’ELK.',
      causes: {},
    },
  },
});
