using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Enrollment.Functions.Tests.LocalHost.Support;

/// <summary>A queue in memory on a clock the test turns; it records what is asked of it and fails on request.</summary>
internal sealed class FakeQueue(string name, TimeProvider time, bool exists = true) : QueueClient
{
    private readonly Lock _gate = new();
    private readonly List<Stored> _messages = [];
    private readonly List<string> _operations = [];
    private int _numbers;

    public override string Name => name;

    public bool Existing { get; set; } = exists;

    /// <summary>Asked before every operation; what it returns is thrown.</summary>
    public Func<string, Exception?> Failure { get; set; } = static _ => null;

    /// <summary>How long a receive takes to answer, after it has hidden its messages.</summary>
    public Func<CancellationToken, Task> ReceiveAnswers { get; set; } = static _ => Task.CompletedTask;

    public IReadOnlyList<string> Operations
    {
        get
        {
            lock (_gate)
                return [.. _operations];
        }
    }

    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_gate)
                return [.. _messages.Select(message => message.Text)];
        }
    }

    public int VisibleCount
    {
        get
        {
            lock (_gate)
                return _messages.Count(message => message.VisibleAt <= time.GetUtcNow());
        }
    }

    public void Add(string text, long dequeueCount = 0)
    {
        lock (_gate)
            _messages.Add(new Stored($"m{++_numbers}", text, time.GetUtcNow()) { DequeueCount = dequeueCount });
    }

    public override Task<Response<bool>> ExistsAsync(CancellationToken cancellationToken = default)
    {
        Record("exists");
        return Task.FromResult(FakeResponse.Of(Existing));
    }

    public override Task<Response> CreateIfNotExistsAsync(
        IDictionary<string, string>? metadata = null, CancellationToken cancellationToken = default)
    {
        Record("create");
        Existing = true;
        return Task.FromResult<Response>(new FakeResponse());
    }

    public override Task<Response<SendReceipt>> SendMessageAsync(string messageText, CancellationToken cancellationToken = default)
    {
        Record("send");
        if (!Existing)
            throw new RequestFailedException(404, "no queue", "QueueNotFound", innerException: null);
        Add(messageText);
        return Task.FromResult(FakeResponse.Of(
            QueuesModelFactory.SendReceipt("sent", time.GetUtcNow(), time.GetUtcNow().AddDays(7), "p", time.GetUtcNow())));
    }

    public override async Task<Response<QueueMessage[]>> ReceiveMessagesAsync(
        int? maxMessages = default, TimeSpan? visibilityTimeout = default, CancellationToken cancellationToken = default)
    {
        var received = Receive(maxMessages ?? 1, visibilityTimeout ?? TimeSpan.FromSeconds(30));
        await ReceiveAnswers(cancellationToken);
        return FakeResponse.Of(received);
    }

    public override Task<Response<UpdateReceipt>> UpdateMessageAsync(
        string messageId, string popReceipt, string? messageText = null, TimeSpan visibilityTimeout = default, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            Record($"update {messageId} hidden {visibilityTimeout.TotalSeconds:0}");
            var message = Held(messageId, popReceipt);
            Hide(message, visibilityTimeout);
            return Task.FromResult(FakeResponse.Of(QueuesModelFactory.UpdateReceipt(message.PopReceipt, message.VisibleAt)));
        }
    }

    public override Task<Response> DeleteMessageAsync(string messageId, string popReceipt, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            Record($"delete {messageId}");
            _messages.Remove(Held(messageId, popReceipt));
        }

        return Task.FromResult<Response>(new FakeResponse());
    }

    private QueueMessage[] Receive(int count, TimeSpan invisibility)
    {
        lock (_gate)
        {
            Record($"receive {count} hidden {invisibility.TotalSeconds:0}");
            var now = time.GetUtcNow();
            var received = _messages.Where(message => message.VisibleAt <= now).Take(count).ToList();
            foreach (var message in received)
            {
                message.DequeueCount++;
                Hide(message, invisibility);
            }

            return [.. received.Select(message => QueuesModelFactory.QueueMessage(
                message.Id, message.PopReceipt, message.Text, message.DequeueCount, message.VisibleAt))];
        }
    }

    private void Hide(Stored message, TimeSpan duration)
    {
        message.VisibleAt = time.GetUtcNow() + duration;
        message.PopReceipt = $"r{++_numbers}";
    }

    private Stored Held(string messageId, string popReceipt)
    {
        var message = _messages.Find(stored => stored.Id == messageId)
            ?? throw new RequestFailedException(404, "no message", "MessageNotFound", innerException: null);
        return message.PopReceipt == popReceipt
            ? message
            : throw new RequestFailedException(400, "another receipt", "PopReceiptMismatch", innerException: null);
    }

    private void Record(string operation)
    {
        lock (_gate)
            _operations.Add($"{name}: {operation}");
        if (Failure(operation) is { } failure)
            throw failure;
    }

    private sealed class Stored(string id, string text, DateTimeOffset visibleAt)
    {
        public string Id => id;

        public string Text => text;

        public DateTimeOffset VisibleAt { get; set; } = visibleAt;

        public string PopReceipt { get; set; } = string.Empty;

        public long DequeueCount { get; set; }
    }
}
