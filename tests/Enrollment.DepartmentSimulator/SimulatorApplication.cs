using Enrollment.DepartmentSimulator.Behaviors;
using Enrollment.DepartmentSimulator.Callbacks;
using Enrollment.DepartmentSimulator.Control;
using Enrollment.DepartmentSimulator.Files;
using Enrollment.DepartmentSimulator.Notices;
using Enrollment.DepartmentSimulator.Queries;
using Enrollment.DepartmentSimulator.Registers;
using Enrollment.DepartmentSimulator.Scanner;

namespace Enrollment.DepartmentSimulator;

internal static class SimulatorApplication
{
    public static WebApplication Create(string[] args, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        var settings = SimulatorSettings.Read(builder.Configuration);

        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services
            .ConfigureHttpJsonOptions(json => SimulatorJson.Configure(json.SerializerOptions))
            // a slow answer must not hold up the end of a demo
            .Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2))
            .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = false)
            .AddSingleton(time ?? TimeProvider.System)
            .AddSingleton(settings)
            .AddSingleton(Offices.Open(settings))
            .AddSingleton<ScannerState>()
            .AddSingleton<GatewayBook>()
            .AddSingleton(BehaviorBook.Load(settings.SeedFolder))
            .AddSingleton<AnswerBook>()
            .AddSingleton<QueryReader>()
            .AddSingleton<QueryDesk>()
            .AddSingleton<Reaction>()
            .AddSingleton<Counters>()
            .AddSingleton(builder.Configuration.GetSection("Simulator:Files").Get<FileSettings>() ?? new FileSettings())
            .AddSingleton<FileBehaviors>()
            .AddSingleton<FileDesk>()
            .AddSingleton<FileExchange>()
            .AddHostedService(provider => provider.GetRequiredService<FileExchange>())
            .AddCallbacks(settings);

        var app = builder.Build();
        app.MapGet("/health", () => Results.Ok(new { status = "Healthy" }));
        app.MapAskDepartment();
        app.MapControl();
        app.MapScanner();
        app.MapNotices();
        return app;
    }
}
