using Enrollment.Functions.Applications;
using Enrollment.Functions.Departments;
using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform;
using Enrollment.Functions.Platform.Telemetry;
using Enrollment.Functions.Review;
using Enrollment.Functions.Verification;
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
builder.Services
    .AddPlatform(builder.Configuration)
    .AddDepartments(builder.Configuration)
    .AddApplications(builder.Configuration)
    .AddVerification(builder.Configuration)
    .AddReview(builder.Configuration)
    .AddPlacement(builder.Configuration);

await builder.Build().RunAsync();
return 0;
