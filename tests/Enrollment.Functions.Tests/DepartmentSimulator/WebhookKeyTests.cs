using System.Text;
using Enrollment.DepartmentSimulator.Signatures;

namespace Enrollment.Functions.Tests.DepartmentSimulator;

public sealed class WebhookKeyTests
{
    // the vector every Standard Webhooks library repeats
    [Fact]
    public void Sign_PublishedVector_GivesThePublishedSignature()
    {
        Assert.True(WebhookKey.TryParse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", out var key));

        var signature = key.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", Encoding.UTF8.GetBytes("""{"test": 2432232314}"""));

        Assert.Equal("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", Convert.ToBase64String(signature));
    }
}
