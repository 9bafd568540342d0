using System.Globalization;

namespace Enrollment.DepartmentSimulator.Notices;

/// <summary>What the gateway for text messages and calls does with what it is given.</summary>
internal enum GatewayKind
{
    /// <summary>Takes it.</summary>
    Accepts,
    /// <summary>Answers 503 and takes nothing.</summary>
    Down,
    /// <summary>Takes it, and the connection breaks before the answer.</summary>
    CutsAfterTaking,
    /// <summary>The connection breaks before it is taken.</summary>
    CutsBeforeTaking,
    /// <summary>Says that this number can never be reached (422).</summary>
    Refuses,
    /// <summary>Answers 200 with what nobody agreed on.</summary>
    Garbles,
}

/// <summary>How it behaves, and for how many requests; null for all that follow.</summary>
internal sealed record GatewayBehavior(GatewayKind Kind, int? Times = null, int DelayMs = 0);

/// <summary>A message as the service hands it over.</summary>
internal sealed record GatewayMessage(string MessageId, string Channel, string To, string Kind, string Language, string Text);

/// <summary>What a phone got, once for each id.</summary>
internal sealed record GatewayDelivery(GatewayMessage Message, string Receipt, int Posts);

/// <summary>The gateway's memory: an id that it knows is never delivered a second time.</summary>
internal sealed class GatewayBook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, GatewayDelivery> _taken = new(StringComparer.Ordinal);
    private GatewayBehavior _behavior = new(GatewayKind.Accepts);
    private int _posts;

    /// <summary>How many requests came to it, whatever became of them.</summary>
    public int Posts
    {
        get
        {
            lock (_gate)
                return _posts;
        }
    }

    public IReadOnlyList<GatewayDelivery> Deliveries
    {
        get
        {
            lock (_gate)
                return [.. _taken.Values];
        }
    }

    public void Behave(GatewayBehavior behavior)
    {
        lock (_gate)
            _behavior = behavior;
    }

    public void Reset()
    {
        lock (_gate)
        {
            _taken.Clear();
            (_behavior, _posts) = (new GatewayBehavior(GatewayKind.Accepts), 0);
        }
    }

    /// <summary>How the request that comes now is treated.</summary>
    public GatewayBehavior Next(bool isPost)
    {
        lock (_gate)
        {
            _posts += isPost ? 1 : 0;
            var now = _behavior;
            if (now.Times is { } left)
                _behavior = left <= 1 ? new GatewayBehavior(GatewayKind.Accepts) : now with { Times = left - 1 };
            return now;
        }
    }

    public string Take(GatewayMessage message)
    {
        lock (_gate)
        {
            var known = _taken.GetValueOrDefault(message.MessageId);
            _taken[message.MessageId] = known is null
                ? new GatewayDelivery(message, string.Create(CultureInfo.InvariantCulture, $"R{_taken.Count + 1:D6}"), 1)
                : known with { Posts = known.Posts + 1 };
            return _taken[message.MessageId].Receipt;
        }
    }

    public string? ReceiptOf(string messageId)
    {
        lock (_gate)
            return _taken.GetValueOrDefault(messageId)?.Receipt;
    }
}
