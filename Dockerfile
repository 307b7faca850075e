# The service alone; its Neo4j is a container of its own (docker-compose.yml).

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json codegen.ts vite.config.ts ./
COPY src src
COPY schema schema
COPY docs docs
COPY README.md CONTRIBUTING.md CHANGELOG.md ./
RUN npm run build && npm prune --omit=dev

FROM node:22-slim
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# A thread of the service, which is started from its source, and what dossiers look like.
COPY src/export/workbook-worker.mjs src/export/
COPY src/dossier/page.css src/dossier/
COPY package.json package-lock.json LICENSE ./
COPY cypher cypher
COPY schema schema
COPY seed seed
USER node
# Inside the container all addresses are its own; what of it is reachable is decided outside.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
EXPOSE 4000
CMD ["node", "--enable-source-maps", "dist/cli.js", "start"]
