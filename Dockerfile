# syntax=docker/dockerfile:1
# The local build: LocalHost and the functions. docs/container.md

FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source
# The font of posting lists; the runtime image has no package manager.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends fonts-wqy-microhei \
    && rm -rf /var/lib/apt/lists/*
# First what a restore reads: as long as it is the same, its layer is.
COPY global.json nuget.config Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY functions/Enrollment.Domain/Enrollment.Domain.csproj functions/Enrollment.Domain/packages.lock.json functions/Enrollment.Domain/
COPY functions/Enrollment.Files/Enrollment.Files.csproj functions/Enrollment.Files/packages.lock.json functions/Enrollment.Files/
COPY functions/Enrollment.Settings/Enrollment.Settings.csproj functions/Enrollment.Settings/packages.lock.json functions/Enrollment.Settings/
COPY functions/Enrollment.LocalHost/Enrollment.LocalHost.csproj functions/Enrollment.LocalHost/packages.lock.json functions/Enrollment.LocalHost/
COPY functions/Enrollment.Functions/Enrollment.Functions.csproj functions/Enrollment.Functions/packages.lock.json functions/Enrollment.Functions/
RUN dotnet restore functions/Enrollment.Functions --locked-mode
COPY host.json ./
COPY web/verify/ web/verify/
COPY seeds/policies/ seeds/policies/
COPY seeds/admission/ seeds/admission/
COPY functions/ functions/
# Analyzers have their say in CI, not in every image.
RUN dotnet publish functions/Enrollment.Functions --no-restore --configuration Release -p:RunAnalyzers=false --output /publish

# The department simulator, for compose.yaml only.
FROM build AS build-departments
COPY tests/Directory.Build.props tests/
COPY tests/Enrollment.DepartmentSimulator/ tests/Enrollment.DepartmentSimulator/
RUN dotnet publish tests/Enrollment.DepartmentSimulator --configuration Release --output /departments

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra AS departments
WORKDIR /app
COPY --from=build-departments /departments/ ./
COPY seeds/departments/ seeds/departments/
ENV ASPNETCORE_URLS=http://+:8080 \
    DOTNET_EnableDiagnostics=0
USER $APP_UID
ENTRYPOINT ["dotnet", "Enrollment.DepartmentSimulator.dll"]

# -extra: with ICU and time zones, which Chinese texts need. No shell, no package manager, user 1654.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra AS service
WORKDIR /app
COPY --from=build /usr/share/fonts/truetype/wqy/wqy-microhei.ttc /usr/share/fonts/truetype/wqy/wqy-microhei.ttc
# Owned by root: the service cannot change itself.
COPY --from=build /publish/ ./
# No diagnostic port: its socket would need a writable folder, and lets a debugger in.
ENV ASPNETCORE_URLS=http://+:8080 \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080
USER $APP_UID
# Whoever sends it must wait longer than LocalHost__DrainTimeout: docs/container.md.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["dotnet", "Enrollment.Functions.dll", "--probe", "http://127.0.0.1:8080/api/health/ready"]
ENTRYPOINT ["dotnet", "Enrollment.Functions.dll"]
