using Azure;
using Azure.Storage.Queues;
using Enrollment.Functions.Tests.LocalHost.Support;
using Enrollment.LocalHost.Queues;

namespace Enrollment.Functions.Tests.LocalHost.Queues;

public sealed class MessageDeliveryTests
{
    private static readonly Func<string, CancellationToken, Task> Failing = static (_, _) => throw new InvalidOperationException("failed");

    [Fact]
    public async Task T2_Success_DeletesTheMessage()
    {
        await using var fixture = new ListenerFixture();
        fixture.Queue.Add(ListenerFixture.Encoded("a"));

        fixture.Start();

        await Until.TrueAsync(() => fixture.Queue.Texts.Count == 0, "the message is deleted");
        Assert.Equal(["work: delete m1"], fixture.Changes);
    }

    [Fact]
    public async Task T2_DeleteWithAStaleReceipt_IsOnlyLoggedAndTheMessageRunsAgain()
    {
        await using var fixture = new ListenerFixture();
        fixture.Queue.Failure = static operation => operation.StartsWith("delete", StringComparison.Ordinal)
            ? new RequestFailedException(400, "stale", "PopReceiptMismatch", innerException: null)
            : null;
        fixture.Queue.Add(ListenerFixture.Encoded("a"));
        fixture.Start();
        await Until.TrueAsync(() => fixture.Changes.Count == 1, "the delete is refused");

        fixture.Queue.Failure = static _ => null;
        fixture.Time.Advance(QueueSettings.Invisibility);

        await fixture.PollUntilAsync(() => fixture.Queue.Texts.Count == 0, "it is deleted at the second run");
        Assert.Equal(["a", "a"], fixture.Runs);
    }

    [Fact]
    public async Task T3_Failure_BelowTheLimit_ReturnsAfterTheVisibilityTimeout()
    {
        await using var fixture = new ListenerFixture { Function = Failing };
        fixture.Queue.Add(ListenerFixture.Encoded("a"), dequeueCount: 3);

        fixture.Start();

        await Until.TrueAsync(() => fixture.Changes.Count == 1, "the message is released");
        Assert.Equal(["work: update m1 hidden 7"], fixture.Changes);
        fixture.Time.Advance(TimeSpan.FromSeconds(6.9));
        Assert.Equal(0, fixture.Queue.VisibleCount);
        await fixture.PollUntilAsync(() => fixture.Runs.Count == 2, "it runs again");
    }

    [Fact]
    public async Task T3_Failure_AtTheLimit_IsCopiedToPoisonThenDeleted()
    {
        await using var fixture = new ListenerFixture { Function = Failing };
        var order = new List<string>();
        fixture.Queue.Failure = fixture.Poison.Failure = operation =>
        {
            lock (order)
                order.Add(operation);
            return null;
        };
        fixture.Queue.Add(ListenerFixture.Encoded("a"), dequeueCount: 4);

        fixture.Start();

        await Until.TrueAsync(() => fixture.Queue.Texts.Count == 0, "the message is deleted");
        Assert.Equal([ListenerFixture.Encoded("a")], fixture.Poison.Texts);
        lock (order)
            Assert.Equal(["send", "delete m1"], order.FindAll(operation => operation is "send" or "delete m1"));
    }

    [Fact]
    public async Task T3_CrashBetweenCopyAndDelete_LeavesBoth()
    {
        await using var fixture = new ListenerFixture { Function = Failing };
        fixture.Queue.Failure = static operation => operation.StartsWith("delete", StringComparison.Ordinal)
            ? new RequestFailedException(503, "crash")
            : null;
        fixture.Queue.Add(ListenerFixture.Encoded("a"), dequeueCount: 4);

        fixture.Start();

        await Until.TrueAsync(() => fixture.Changes.Contains("work: delete m1", StringComparer.Ordinal), "the delete is tried");
        Assert.Equal([ListenerFixture.Encoded("a")], fixture.Queue.Texts);
        Assert.Equal([ListenerFixture.Encoded("a")], fixture.Poison.Texts);
    }

    [Fact]
    public async Task T3_CrashBeforeTheCopy_KeepsTheOriginal()
    {
        await using var fixture = new ListenerFixture { Function = Failing };
        fixture.Poison.Failure = static _ => new RequestFailedException(503, "crash");
        fixture.Queue.Add(ListenerFixture.Encoded("a"), dequeueCount: 4);

        fixture.Start();

        await Until.TrueAsync(() => fixture.Poison.Operations.Count > 0, "the copy is tried");
        await Until.TrueAsync(() => fixture.Runs.Count == 1, "the function ran");
        Assert.Equal([ListenerFixture.Encoded("a")], fixture.Queue.Texts);
        Assert.Equal(["work-poison: send"], fixture.Changes);
    }

    [Fact]
    public async Task T3_PoisonQueueNotThere_IsCreated()
    {
        await using var fixture = new ListenerFixture(poisonExists: false) { Function = Failing };
        fixture.Queue.Add(ListenerFixture.Encoded("a"), dequeueCount: 4);

        fixture.Start();

        await Until.TrueAsync(() => fixture.Queue.Texts.Count == 0, "the message is moved");
        Assert.Equal(["work-poison: send", "work-poison: create", "work-poison: send"], fixture.Poison.Operations);
    }

    [Fact]
    public async Task T4_ReceivedMoreOftenThanTheLimit_IsPoisonWithoutInvocation()
    {
        await using var fixture = new ListenerFixture();
        fixture.Queue.Add(ListenerFixture.Encoded("innocent"), dequeueCount: 5);

        fixture.Start();

        await Until.TrueAsync(() => fixture.Queue.Texts.Count == 0, "the message is moved");
        Assert.Equal([ListenerFixture.Encoded("innocent")], fixture.Poison.Texts);
        Assert.Empty(fixture.Runs);
    }

    [Fact]
    public async Task T5_FailureInAPoisonQueue_StaysHiddenForTheRestOfTenMinutesAndIsTriedWithoutLimit()
    {
        await using var fixture = new ListenerFixture("work-poison") { Function = Failing };
        fixture.Queue.Add(ListenerFixture.Encoded("a"), dequeueCount: 41);
        fixture.Start();
        await Until.TrueAsync(() => fixture.Runs.Count == 1, "the function ran although it was received often");

        fixture.Time.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal(0, fixture.Queue.VisibleCount);
        Assert.Empty(fixture.Changes);
        fixture.Time.Advance(TimeSpan.FromSeconds(1));

        await fixture.PollUntilAsync(() => fixture.Runs.Count == 2, "it runs again");
    }

    [Theory]
    [InlineData("verification", "verification-poison")]
    [InlineData("verification-poison", null)]
    [InlineData("a12345678901234567890123456789012345678901234567890123456", null)]
    [InlineData("a1234567890123456789012345678901234567890123456789012345", "a1234567890123456789012345678901234567890123456789012345-poison")]
    public void T5_PoisonQueue_OfAPoisonQueueOrOfATooLongName_IsNone(string queue, string? poison)
    {
        Assert.Equal(poison, PoisonQueue.NameFor(queue));
    }

    [Fact]
    public async Task T7_NotBase64_IsPoisonAtOnceAndReadableThere()
    {
        await using var fixture = new ListenerFixture();
        fixture.Queue.Add("{raw}");

        fixture.Start();

        await Until.TrueAsync(() => fixture.Queue.Texts.Count == 0, "the message is moved");
        Assert.Equal([ListenerFixture.Encoded("{raw}")], fixture.Poison.Texts);
        Assert.Empty(fixture.Runs);
    }

    [Fact]
    public async Task T7_NotBase64_WhereNoEncodingIsAskedFor_RunsAsItIs()
    {
        await using var fixture = new ListenerFixture { Settings = new QueueSettings { MessageEncoding = QueueMessageEncoding.None } };
        fixture.Queue.Add("{raw}");

        fixture.Start();

        await Until.TrueAsync(() => fixture.Queue.Texts.Count == 0, "the message is deleted");
        Assert.Equal(["{raw}"], fixture.Runs);
    }

    [Fact]
    public async Task T15_TwoAppsOnOneQueue_CountTheirReceivesTogether()
    {
        await using var fixture = new ListenerFixture { Function = Failing };
        fixture.Queue.Add(ListenerFixture.Encoded("a"));

        fixture.Start();
        fixture.Start();

        await fixture.PollUntilAsync(() => fixture.Poison.Texts.Count == 1, "it is poison");
        Assert.Equal(5, fixture.Runs.Count);
    }
}
