namespace Enrollment.Functions.Departments;

/// <summary>Why a department gave no answer.</summary>
internal enum UnreachableReason
{
    /// <summary>No answer in the time one attempt, or all of them, may take.</summary>
    Timeout,
    /// <summary>No connection, or one that broke off.</summary>
    ConnectionFailed,
    /// <summary>5xx.</summary>
    ServerError,
    /// <summary>429.</summary>
    TooManyRequests,
    /// <summary>Another 4xx or 3xx: our address or key is wrong, asking again at once changes nothing.</summary>
    Refused,
    /// <summary>An answer that is not the contract's, or one to another question.</summary>
    MalformedAnswer,
    /// <summary>Not asked: too many calls of ours are under way.</summary>
    Saturated,
    /// <summary>Not asked: the department failed too often just now.</summary>
    CircuitOpen,
    /// <summary>Not asked: the department answers by file, which takes a night.</summary>
    AnswersByFile,
}
