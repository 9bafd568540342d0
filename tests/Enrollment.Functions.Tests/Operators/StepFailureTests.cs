using System.Net;
using System.Runtime.CompilerServices;
using Azure;
using Enrollment.Functions.Operators;

namespace Enrollment.Functions.Tests.Operators;

public sealed class StepFailureTests
{
    private static readonly DateTimeOffset At = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Failure_OfAnAsyncStep_NamesTheMethodAndNothingThatWasSaid()
    {
        var failure = StepFailure.Of(await ThrownAsync(new InvalidOperationException("张三 359901201901010014")), At);

        Assert.Equal(new StepFailure("InvalidOperationException", Detail: null, "Enrollment.Functions.Tests.Operators.StepFailureTests.FailAsync", At), failure);
    }

    [Fact]
    public async Task Failure_WithACode_TellsIt()
    {
        Assert.Equal("403 AuthorizationFailure", StepFailure.Of(await ThrownAsync(new RequestFailedException(403, "secret", "AuthorizationFailure", innerException: null)), At).Detail);
        Assert.Equal("ConnectionError 502", StepFailure.Of(await ThrownAsync(new HttpRequestException(HttpRequestError.ConnectionError, "secret", inner: null, HttpStatusCode.BadGateway)), At).Detail);
        Assert.Equal("TimeoutException", StepFailure.Of(await ThrownAsync(new InvalidOperationException("secret", new TimeoutException("secret"))), At).Detail);
    }

    [Fact]
    public async Task Failure_OfAllRetriesOfTheSdk_IsTheLast()
    {
        var retries = new AggregateException("secret", new RequestFailedException(500, "a"), new RequestFailedException(503, "b", "ServerBusy", innerException: null));

        Assert.Equal(("RequestFailedException", "503 ServerBusy"), (StepFailure.Of(await ThrownAsync(retries), At).Exception, StepFailure.Of(await ThrownAsync(retries), At).Detail));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task FailAsync(Exception exception)
    {
        await Task.Yield();
        throw exception;
    }

    private static async Task<Exception> ThrownAsync(Exception exception) => (await Record.ExceptionAsync(() => FailAsync(exception)))!;
}
