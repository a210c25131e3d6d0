# Built once with everything, run with what production needs: no dev packages, no root.
FROM node:24-slim AS build
WORKDIR /app
COPY . .
RUN npm ci && npm run build && npm prune --omit=dev

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production DATA_DIR=/data
COPY --from=build /app/package.json /app/openapi.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/libs/shared/package.json ./libs/shared/package.json
COPY --from=build /app/libs/shared/dist ./libs/shared/dist
COPY --from=build /app/dist/apps ./dist/apps
# `npm run admin`, `npm run verify`: in the image they find everything built.
COPY --from=build /app/scripts ./scripts
# PDF templates are read from the sources.
COPY --from=build /app/apps/api/src ./apps/api/src
# The guide is shown from the files that it is written in.
COPY --from=build /app/docs/guida ./docs/guida
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3000
VOLUME /data
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/live').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/apps/api/src/main.js"]
