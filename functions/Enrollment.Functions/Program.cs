using Enrollment.Functions;
using Enrollment.Functions.Platform.Telemetry;
using Enrollment.Settings;
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

// EX_CONFIG of sysexits.h.
const int ConfigurationFault = 78;

builder.AddTelemetry();
builder.Services.AddCapabilities(builder.Configuration);

try
{
    await builder.Build().RunAsync();
    return 0;
}
catch (SettingsException e)
{
    // The faults alone, for whoever reads a container's last lines; the log has where they were found.
    await Console.Error.WriteLineAsync(e.Message);
    return ConfigurationFault;
}
