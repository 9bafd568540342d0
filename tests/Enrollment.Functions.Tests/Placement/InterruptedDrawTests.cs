using Enrollment.Functions.Placement;
using Enrollment.Functions.Platform.Storage;
using Enrollment.Functions.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Enrollment.Functions.Tests.Placement;

/// <summary>Something else changes the placement while its draw is computed.</summary>
public sealed class InterruptedDrawTests : IAsyncLifetime
{
    private readonly Interruption _interruption = new();
    private Service _service = null!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions
    {
        Configure = builder => builder.Services.AddHttpClient(StorageClients.TablesHttpClient).AddHttpMessageHandler(_interruption.Handler),
    });

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Draw_VoidRequestedWhileItIsComputed_StaysOpenAndIsFinished()
    {
        var school = new School(_service.Http, _service.Hand, "LC-I001");
        var run = await school.DrawingAsync();
        await _service.Stored.TakeAwayAsync(PlacementNames.Queue);
        _interruption.BeforeNextTransaction(async () => School.Ok(await school.PostAsync(run, "void", new { reason = "漏报一名学生" })));

        await _service.Hand.DeliverAsync(nameof(DrawPlacement), new DrawMessage(school.Code, run, TraceParent: null));

        Assert.Equal("Drawing", await StatusAsync(school, run));
        await _service.Hand.RunTimerAsync(nameof(ResumeDraws));
        await _service.Hand.DrainAsync([PlacementNames.Queue]);
        Assert.Equal("Drawn", await StatusAsync(school, run));
    }

    private static async Task<string> StatusAsync(School school, string run) => (await school.GetAsync(school.Path(run))).Json.GetProperty("status").GetString()!;
}
