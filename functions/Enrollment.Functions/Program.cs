using Enrollment.Functions;
using Enrollment.Functions.Platform.Telemetry;
using Microsoft.Extensions.Hosting;
#if FUNCTIONS_HOST_AZURE
using Microsoft.Azure.Functions.Worker.Builder;

var builder = FunctionsApplication.CreateBuilder(args).ConfigureFunctionsWebApplication();
#else
using Enrollment.LocalHost;

if (LocalHostProbe.AddressIn(args) is { } address)
    return await LocalHostProbe.AskAsync(address);
var builder = LocalHostApplication.CreateBuilder(args);
#endif

builder.AddTelemetry();
builder.Services.AddCapabilities(builder.Configuration);

await builder.Build().RunAsync();
return 0;
