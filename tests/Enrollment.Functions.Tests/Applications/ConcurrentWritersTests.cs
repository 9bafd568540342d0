using System.Globalization;
using Enrollment.Functions.Tests.Support;

namespace Enrollment.Functions.Tests.Applications;

/// <summary>Promise P6, first half (RELIABILITY.md section 7): of many who write to one application at once, whoever is told "done" is in it, and whoever is not is told so.</summary>
public sealed class ConcurrentWritersTests : IAsyncLifetime
{
    private const int Writers = 200;

    private Service _service = null!;

    public async Task InitializeAsync() => _service = await Service.StartAsync(new ServiceOptions());

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Application_TwoHundredWritersAtOnce_NoUpdateIsLost()
    {
        var parent = _service.Parent(FamilyPool.Plain);
        var id = await parent.ApplyAsync();
        await _service.Hand.DrainAsync();

        // Each writer wants another order, so that no write is a repetition of another.
        var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var schools = string.Join(',', new[] { writer % 24, (writer + 1 + writer / 24) % 24, 24 }.Select(school => string.Create(CultureInfo.InvariantCulture, $"\"LC{school + 1:000}\"")));
            return (Schools: schools, Answer: await _service.CallAsync(parent, "PUT", $"applications/{id}/choices", $"{{\"schools\":[{schools}]}}"));
        }));

        var done = answers.Where(one => one.Answer.Status == 200).ToList();
        Assert.All(answers.Except(done), one => one.Answer.AssertProblem(412, "precondition-failed"));
        Assert.NotEmpty(done);
        Assert.Equal(done.Count, (await _service.Stored.EventsAsync(id)).Count(happened => happened == "SchoolsChosen"));
    }
}
